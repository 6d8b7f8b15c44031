import ConstraintKit
import Files

// From the curves that are asked for to the lock file that counts.

extension Refresh {
    /// The stems that a lock file names beside the targets.
    func absentStems(
        from targets: [AddressedCurve], _ lock: CurvesLock, _ demanded: CurvesLock?
    ) -> [String] {
        guard let demanded else { return [] }
        return Set(demanded.stems).union(lock.curves.keys).subtracting(targets.map(\.stem)).sorted()
    }

    func settle(
        _ targets: [AddressedCurve], _ absent: [String], _ store: RefreshedStore, _ lock: CurvesLock,
        _ demanded: CurvesLock?, _ progress: (String, FetchState) -> Void
    ) throws(RefreshError) -> RefreshReport {
        var targets = targets
        for stem in absent { targets.append(try AddressedCurve(stem: stem, addresses: [])) }
        let judge = VersionJudge(options: options, parser: client.userAgent, time: clock(), read: read, bound: bound)
        let held = HeldVersions(
            store: store, lock: lock, bundled: bundled, ownDirectory: paths.ownDirectory, options: options,
            judge: judge)
        let judged = targets.map { target in
            demanded.map { held.start(target, demanding: $0) } ?? held.start(target)
        }
        var kept = KeptVersions(store, isDryRun: options.isDryRun)
        settle(judged, &kept, progress)
        if let failure = kept.failure { throw abandoned(store, failure) }
        var next = lock
        if !options.isDryRun { next.bundled = bundled.digests }
        for candidate in judged { candidate.judgement.lockChange.apply(to: &next, candidate.target.stem) }
        if !options.isDryRun { try commit(next, store, replacing: lock) }
        return RefreshReport(
            curves: judged.map {
                .init(stem: $0.target.stem, outcome: $0.judgement.outcome, flips: $0.judgement.flips)
            },
            isDryRun: options.isDryRun, lockPath: store.lockPath,
            plan: options.isDryRun ? RefreshPlan(lock: next, documents: kept.planned) : nil,
            proposal: proposal(judged, next, kept))
    }

    /// What would count, had the user asked for what was not taken; nil where there is nothing of it, or too much to keep.
    private func proposal(
        _ candidates: [RefreshCandidate], _ lock: CurvesLock, _ kept: KeptVersions
    ) -> RefreshPlan? {
        var plan = RefreshPlan(lock: lock, documents: kept.planned.merging(kept.proposed) { first, _ in first })
        for candidate in candidates {
            guard case .set(let curve, _) = candidate.judgement.proposal, kept.proposed[curve.document] != nil else {
                continue
            }
            plan.lock.curves[candidate.target.stem] = curve
        }
        return plan.lock == lock ? nil : plan
    }

    /// Asks every curve's first address, then the next for those that it failed, until all are settled.
    private func settle(
        _ candidates: [RefreshCandidate], _ kept: inout KeptVersions, _ progress: (String, FetchState) -> Void
    ) {
        while true {
            let open = candidates.filter { $0.nextRequest != nil }
            guard !open.isEmpty else { break }
            client.fetch(
                open.compactMap(\.nextRequest), progress: { progress(open[$0].target.stem, $1) },
                take: { index, answer in
                    open[index].take(answer)
                    kept.take(open[index])
                })
        }
        for candidate in candidates {
            candidate.settled = candidate.judgement
            kept.take(candidate)
        }
    }

    /// Lets a lock file count, whose documents are all written.
    private func commit(
        _ next: CurvesLock, _ store: RefreshedStore, replacing lock: CurvesLock
    ) throws(RefreshError) {
        guard next != lock else { return }
        do throws(WritingError) { try store.commit(next, replacing: lock) } catch { throw abandoned(store, error) }
    }

    /// Takes away what was written for a refresh that did not come to its end: all of it counts, or none.
    private func abandoned(_ store: RefreshedStore, _ error: WritingError) -> RefreshError {
        store.sweep()
        return .writing(error)
    }
}
