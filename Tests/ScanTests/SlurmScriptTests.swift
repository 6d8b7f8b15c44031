import Scan
import Testing

struct SlurmScriptTests {
    private func jobs(shards: Int, greatest: Int = 1000, folder: String = "/scratch/dip-scan") -> SlurmJobs {
        SlurmJobs(
            .init(shards: shards, time: "01:00:00", partition: "short", cores: 4), program: "/opt/mutau",
            plan: "/home/me/dip.yaml",
            folder: folder, name: "dip-scan", greatestArray: greatest)
    }

    @Test
    func partsAreAnArrayAndItsMerger() {
        let jobs = jobs(shards: 100)
        let lines = jobs.array.split(separator: "\n")
        #expect(lines.first == "#!/bin/sh")
        for line in [
            "--array=1-100", "--time=01:00:00", "--partition=short", "--cpus-per-task=4", "--signal=B:USR1@60",
            "--requeue",
        ] {
            #expect(lines.contains("#SBATCH \(line)"))
        }
        #expect(
            jobs.array.contains(
                "/opt/mutau scan run /home/me/dip.yaml --output /scratch/dip-scan --shard \"$SLURM_ARRAY_TASK_ID/100\"")
        )
        #expect(jobs.merge.contains("#SBATCH --time=01:00:00\n"))
        #expect(jobs.merge.hasSuffix("exec /opt/mutau scan merge /home/me/dip.yaml --output /scratch/dip-scan\n"))
    }

    @Test
    func anArrayHoldsNoMorePartsThanTheSchedulerTakes() { #expect(jobs(shards: 10_000).tasks == 1000) }

    @Test
    func anArrayLeavesJobsToTheNextOne() {
        func most(_ lines: String...) -> Int? { Slurm.greatestArray(configuration: lines.joined(separator: "\n")) }
        // As Slurm 22.05 prints what it has by itself.
        #expect(most("MaxArraySize            = 1001", "MaxJobCount             = 10000") == 1000)
        #expect(most("MaxArraySize            = 10001", "MaxJobCount             = 10000") == 3333)
        #expect(most("MaxArraySize            = 1001", "MaxJobCount             = 2") == 1)
        #expect(most("MaxArraySize = 61") == 60)
        #expect(most("MaxJobCount = 10000") == nil)
        #expect(most("MaxArraySize = many") == nil)
    }

    @Test
    func aPathIsOneWord() {
        #expect(jobs(shards: 2, folder: "/a b/it's").merge.contains("--output '/a b/it'\\''s'"))
    }

    /// In a directive too, where sbatch would replace what looks like its own pattern.
    @Test
    func aPathIsOneWordOfADirective() {
        let jobs = jobs(shards: 2, folder: "/sp ace/%a/it's")
        #expect(jobs.array.contains("#SBATCH --output=\"/sp ace/%%a/it's/logs/%a.log\"\n"))
        #expect(jobs.merge.contains("#SBATCH --output=\"/sp ace/%%a/it's/logs/merge.log\"\n"))
    }

    @Test
    func tasksAreToldWhatTheFolderWasBegunWith() {
        let jobs = SlurmJobs(
            .init(shards: 2), program: "/opt/mutau", plan: "/p.yaml", folder: "/f", options: ["--ignore-own"],
            name: "f",
            greatestArray: 10)
        #expect(jobs.array.contains("scan run /p.yaml --output /f --ignore-own --shard "))
        #expect(jobs.merge.hasSuffix("scan merge /p.yaml --output /f --ignore-own\n"))
    }

    @Test(
        arguments: [
            ("30", 1800), ("30:15", 1815), ("01:00:00", 3600), ("1-0", 86_400), ("2-03:04:05", 183_845),
            ("1-02:30", 95_400),
            ("UNLIMITED", .infinity), ("abc", nil), ("-1", nil), ("1:2:3:4", nil), ("", nil), ("1:", nil),
        ] as [(String, Double?)])
    func timesAreThoseOfSbatch(_ text: String, _ seconds: Double?) { #expect(SlurmWords.seconds(of: text) == seconds) }

    @Test
    func sizesAreThoseOfSbatch() {
        #expect(
            ["2G", "500M", "4000", "1t"].allSatisfy(SlurmWords.isSize)
                && !["abc", "G", "-1", "2GB", ""].contains(where: SlurmWords.isSize))
    }
}
