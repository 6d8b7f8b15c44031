// swift-tools-version: 6.3
import PackageDescription

/// Bounds that have physics of their own: a folder in Plugins/ and its name here.
let bounds = [
    "Borexino", "ElectronGMinus2", "KaonDecay", "MuonGMinus2", "NA64Electron", "NA64Mu", "Neff", "NeutrinoTrident",
    "WDecay", "WhiteDwarf", "ZDecay",
]

/// Compiler flags are for our own builds: what depends on this package chooses its own, and SwiftPM may refuse versions
/// that set any. It checks dependencies out below `checkouts`; in this package's own clone the flags are on.
let isDependency = Context.packageDirectory.contains("/checkouts/")

/// Numeric code keeps its optimisation in debug builds too: unoptimised it is two hundred times slower,
/// and the tests would be as slow.
let optimised: [SwiftSetting] = isDependency ? [] : [.unsafeFlags(["-O"])]

/// What asks, fetches and words takes no time worth an optimiser's: it builds in a third of the time without. Unoptimised, a
/// module is made in a process of its own unless that is turned off, and its declarations are checked, its macros expanded
/// twice, for others to begin sooner; nothing here begins before all of it is there.
let plain: [SwiftSetting] =
    isDependency
    ? [] : [.unsafeFlags(["-Onone", "-no-emit-module-separately-wmo"], .when(configuration: .release))]

/// Resilient, so that a bound built today loads into a later mutau.
let resilient: [SwiftSetting] =
    isDependency
    ? []
    : [.unsafeFlags(["-enable-library-evolution", "-emit-module-interface", "-no-verify-emitted-module-interface"])]

/// Set together with ``resilient``: a program without it refuses plugins in Swift.
let loadingSwift: [SwiftSetting] = isDependency ? [] : [.define("LIBRARY_EVOLUTION")]

/// Bounds loaded at run time find ConstraintKit's symbols in the program itself.
let exportingSymbols: [LinkerSetting] = isDependency ? [] : [.unsafeFlags(["-Xlinker", "--export-dynamic"])]

/// Where Swift's static runtime lies, which the library for other programs has inside: `make library` says it. The program,
/// the tests and the benchmarks are built without.
let staticRuntime = Context.environment["MUTAU_STATIC_RUNTIME"]
let library: [Product] =
    staticRuntime == nil ? [] : [.library(name: "mutau-c", type: .dynamic, targets: ["MutauC"])]
let linkingLibrary: [LinkerSetting] =
    staticRuntime.map { path in
        // The parts of Foundation need one another, and what is missing is to be an error here and not where it is loaded.
        let foundation = [
            "-lFoundation", "-lFoundationInternationalization", "-lFoundationEssentials", "-l_FoundationCollections",
            "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-lswiftSynchronization",
        ]
        // Libraries of the system that are loaded when they are used are not to be named, though others bring their options.
        let linker = [
            "-z", "defs", "-soname=libmutau.so",
            "--version-script=\(Context.packageDirectory)/Sources/CMutau/exports.map",
        ]
        return [
            .unsafeFlags(
                ["-Xlinker", "--as-needed", "-static-stdlib", "-L\(path)", "-Xlinker", "--start-group"] + foundation
                    + (["--end-group"] + linker).flatMap { ["-Xlinker", $0] })
        ]
    } ?? []

/// Where the parsers are that fuzzers and tests feed with damaged files.
let parsing: [Target.Dependency] = [
    "ConstraintKit", "CurveArchive", "CurveFormats", "Documents", "Drawing", "IceCubeFit", "PluginLoading",
    "PointTables", "Scenarios", "VOTable",
]

/// The fuzzers, which link only with libFuzzer: `make fuzz` asks for them.
let fuzzing: [Target] =
    Context.environment["MUTAU_FUZZ"] == nil
    ? []
    : [
        .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(name: "mutau-fuzz", dependencies: parsing + ["CFuzzer"], path: "Tests/Fuzz/Driver"),
    ]

let package = Package(
    name: "mutau",
    products: [
        .executable(name: "mutau", targets: ["mutau"]),
        .executable(name: "mutau-benchmarks", targets: ["Benchmarks"]),
        .library(name: "ConstraintKit", targets: ["ConstraintKit"]),
        .library(name: "Physics", targets: ["Physics"]),
        .library(name: "Transport", targets: ["Transport"]),
        .library(name: "IceCubeFit", targets: ["IceCubeFit"]),
    ] + library,
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
        .systemLibrary(name: "CSystem"),
        // libcurl and libxml2, loaded when they are used.
        .target(name: "CLibraries"),
        .target(name: "CPluginABI"),
        .plugin(name: "EmbedConstraints", capability: .buildTool(), path: "Sources/EmbedConstraints"),
        .plugin(name: "EmbedTables", capability: .buildTool(), path: "Sources/EmbedTables"),
        .target(name: "BundledData", plugins: ["EmbedConstraints"]),

        // What knows nothing of the field: files; numbers in, numbers out; values in, text or a drawing out.
        .target(
            name: "NumericalMethods", dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: optimised),
        // The archive: see Sources/CCrypto/shim.h.
        .target(
            name: "Files", dependencies: ["CCrypto", "CSystem"], linkerSettings: [.linkedLibrary(":libcrypto.a")]),
        .target(name: "Documents", dependencies: ["CSystem"]),
        .target(name: "Drawing", dependencies: ["Documents", "NumericalMethods"]),

        .target(name: "ConstraintKit", swiftSettings: resilient),
        .target(name: "VOTable", dependencies: ["CLibXML2", "CLibraries", "CZlib"], swiftSettings: optimised),
        .target(
            name: "CurveFormats",
            dependencies: [
                "CLibXML2", "CLibraries", "ConstraintKit", "Files", "NumericalMethods", "Physics", "VOTable",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: plain),
        .target(
            name: "CurveArchive",
            dependencies: [
                "ConstraintKit", "CurveFormats", "CCurl", "CLibraries", "Files", "BundledData", "Physics", "VOTable",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: plain),
        // Its loops run over millions of rows.
        .target(
            name: "PointTables",
            dependencies: ["CZlib", "ConstraintKit", "CurveFormats", "Documents", "Files", "NumericalMethods"],
            swiftSettings: optimised),
        .target(
            name: "Physics",
            dependencies: [
                "ConstraintKit", "NumericalMethods",
                .product(name: "ComplexModule", package: "swift-numerics"),
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            exclude: ["Neff/neff-table.txt"], swiftSettings: optimised, plugins: ["EmbedTables"]),
        .target(
            name: "Transport",
            dependencies: [
                "ConstraintKit", "NumericalMethods", "Physics",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: optimised),
        .target(
            name: "IceCubeFit",
            dependencies: [
                "ConstraintKit", "NumericalMethods", "Physics", "Transport", "VOTable",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: optimised),
        .target(
            name: "PluginLoading",
            dependencies: [
                "ConstraintKit", "CPluginABI", "CurveArchive", "CurveFormats", "Files", "Physics", "VOTable",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: loadingSwift + plain),
        .target(
            name: "Scenarios",
            dependencies: [
                "BundledData", "ConstraintKit", "CurveArchive", "CurveFormats", "Files", "IceCubeFit", "Physics",
                "Transport",
                "VOTable", .product(name: "ComplexModule", package: "swift-numerics"),
                .product(name: "RealModule", package: "swift-numerics"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: plain),
        .target(
            name: "Assessment",
            dependencies: [
                "ConstraintKit", "CPluginABI", "CurveArchive", "Files", "NumericalMethods", "PluginLoading",
                "Scenarios",
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: optimised),
        .target(
            name: "AllowedRegion",
            dependencies: [
                "Assessment", "ConstraintKit", "CurveArchive", "IceCubeFit", "NumericalMethods", "Physics", "Scenarios",
                "Transport", .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: optimised),
        .target(
            name: "Scan",
            dependencies: [
                "AllowedRegion", "Assessment", "ConstraintKit", "CurveFormats", "Files", "IceCubeFit",
                "NumericalMethods",
                "PointTables", "Scenarios",
                .product(name: "RealModule", package: "swift-numerics"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Reproduction",
            dependencies: [
                "AllowedRegion", "Assessment", "ConstraintKit", "CurveArchive", "IceCubeFit", "NumericalMethods",
                "Physics", "Scenarios", "Transport", .product(name: "RealModule", package: "swift-numerics"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: optimised),
        .target(
            name: "Answers",
            dependencies: [
                "AllowedRegion", "Assessment", "ConstraintKit", "CurveArchive", "CurveFormats", "Documents", "Drawing",
                "Files", "IceCubeFit", "NumericalMethods", "Physics", "PluginLoading", "PointTables", "Reproduction",
                "Scan", "Scenarios", "Transport", "VOTable",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Page/Script"], swiftSettings: plain, plugins: ["EmbedTables"]),
        .target(
            name: "Asking",
            dependencies: [
                "AllowedRegion", "Answers", "Assessment", "BundledData", "ConstraintKit", "CurveArchive",
                "CurveFormats", "Documents", "Drawing", "Files", "IceCubeFit", "NumericalMethods", "Physics",
                "PluginLoading", "PointTables", "Reproduction", "Scan", "Scenarios", "Transport", "VOTable",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: plain),
        .executableTarget(
            name: "mutau",
            dependencies: [
                "AllowedRegion", "Answers", "Asking", "Assessment", "ConstraintKit", "CurveArchive", "CurveFormats",
                "Documents", "Drawing", "Files", "IceCubeFit", "NumericalMethods", "Physics", "PluginLoading",
                "PointTables", "Reproduction", "Scan", "Scenarios", "Transport", "VOTable",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + bounds.map { .target(name: $0) },
            swiftSettings: plain, linkerSettings: exportingSymbols),
        // The library: `mutau.h`, and its functions over the same bounds and questions as the program.
        .systemLibrary(name: "CMutau"),
        .target(
            name: "MutauC",
            dependencies: [
                "AllowedRegion", "Asking", "Assessment", "CMutau", "ConstraintKit", "CurveArchive", "Files",
                "NumericalMethods", "PluginLoading", "Scenarios", "Transport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + bounds.map { .target(name: $0) },
            swiftSettings: optimised, linkerSettings: linkingLibrary),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "AllowedRegion", "Assessment", "CLibXML2", "ConstraintKit", "CurveArchive", "CurveFormats", "Files",
                "HostileFiles", "IceCubeFit", "Physics", "PluginLoading", "Scenarios", "TestServers", "Transport",
                "VOTable",
            ] + bounds.map { .target(name: $0) },
            linkerSettings: exportingSymbols),
        // For tests and measurements alone: web servers on this machine, with TLS.
        .systemLibrary(
            name: "CSSL", path: "Tests/CSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
        .target(
            name: "TestServers", dependencies: ["CSSL"], path: "Tests/TestServers", swiftSettings: plain),
        // Likewise: files that a reader has to refuse.
        .target(name: "HostileFiles", path: "Tests/HostileFiles"),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: plain),
        // Sums of some 1e7 terms that spectra are compared with: unoptimised, as tests are, they take seconds.
        .target(
            name: "PlainSums", dependencies: ["ConstraintKit", "NumericalMethods", "Physics", "Transport"],
            path: "Tests/PlainSums", swiftSettings: optimised),
    ]
        + bounds.map {
            .target(
                name: $0, dependencies: ["ConstraintKit", "NumericalMethods", "Physics"], path: "Plugins/\($0)")
        }
        + [
            .testTarget(name: "ArchitectureTests"),
            .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
            .testTarget(
                name: "NumericalMethodsTests",
                dependencies: ["NumericalMethods", .product(name: "RealModule", package: "swift-numerics")]),
            .testTarget(name: "ConstraintKitTests", dependencies: ["ConstraintKit"]),
            .testTarget(name: "VOTableTests", dependencies: ["CZlib", "HostileFiles", "VOTable"]),
            .testTarget(
                name: "CurveFormatsTests", dependencies: ["CurveFormats", "ConstraintKit", "HostileFiles", "VOTable"],
                resources: [.copy("Corpus"), .copy("Limits")]),
            .testTarget(
                name: "PointTablesTests",
                dependencies: ["CZlib", "ConstraintKit", "CurveFormats", "Files", "PointTables", "TestSupport"]),
            .testTarget(
                name: "CurveArchiveTests",
                dependencies: [
                    "ConstraintKit", "CurveArchive", "CurveFormats", "Files", "TestServers", "TestSupport", "VOTable",
                ],
                exclude: ["Mirrors"]),
            .testTarget(
                name: "PhysicsTests",
                dependencies: [
                    "ConstraintKit", "NumericalMethods", "Physics",
                    .product(name: "ComplexModule", package: "swift-numerics"),
                    .product(name: "RealModule", package: "swift-numerics"),
                ]),
            .testTarget(
                name: "TransportTests",
                dependencies: ["ConstraintKit", "NumericalMethods", "Physics", "PlainSums", "Transport"],
                resources: [.copy("Reference")]),
            .testTarget(
                name: "IceCubeFitTests",
                dependencies: [
                    "ConstraintKit", "IceCubeFit", "Physics", "Transport", "VOTable",
                    .product(name: "RealModule", package: "swift-numerics"),
                ]),
            .testTarget(
                name: "ScenariosTests",
                dependencies: [
                    "ConstraintKit", "CurveArchive", "CurveFormats", "Files", "IceCubeFit", "Physics", "Scenarios",
                    "Transport", "VOTable",
                ]),
            .testTarget(
                name: "AssessmentTests",
                dependencies: ["Assessment", "ConstraintKit", "CurveArchive", "Physics", "PluginLoading", "Scenarios"]
                    + bounds.map { .target(name: $0) },
                linkerSettings: exportingSymbols),
            .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
            .testTarget(name: "DrawingTests", dependencies: ["Drawing"], exclude: ["FakePrograms"]),
            .testTarget(
                name: "AllowedRegionTests",
                dependencies: [
                    "AllowedRegion", "Assessment", "ConstraintKit", "CurveArchive", "IceCubeFit", "NumericalMethods",
                    "Scenarios", "Transport",
                ]
                    + bounds.map { .target(name: $0) },
                linkerSettings: exportingSymbols),
            .testTarget(name: "ScanTests", dependencies: ["Files", "Scan", "TestSupport", "VOTable"]),
            .testTarget(
                name: "ReproductionTests",
                dependencies: ["Assessment", "CurveArchive", "Reproduction"] + bounds.map { .target(name: $0) },
                linkerSettings: exportingSymbols),
            .testTarget(
                name: "AnswersTests",
                dependencies: [
                    "AllowedRegion", "Answers", "Assessment", "ConstraintKit", "CurveArchive", "CurveFormats",
                    "Documents", "Drawing", "Scenarios", "VOTable",
                ],
                exclude: ["Snapshots"]),
            .testTarget(name: "FuzzTests", dependencies: parsing + ["HostileFiles"]),
            .testTarget(
                name: "MutauCTests", dependencies: ["CMutau", "MutauC", "TestSupport"],
                linkerSettings: exportingSymbols),
            .testTarget(
                name: "mutauTests",
                dependencies: [
                    "Answers", "CPluginABI", "CSystem", "ConstraintKit", "CurveArchive", "CurveFormats", "Files",
                    "HostileFiles", "PluginLoading", "TestServers", "mutau",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                exclude: ["Plugins/EarlierInterface", "Plugins/Sources"], linkerSettings: exportingSymbols),
        ] + fuzzing,
    swiftLanguageModes: [.v6]
)

// A crash names lines; variables, which nobody inspects in a release, would cost a tenth of its build.
let lines: [SwiftSetting] =
    isDependency ? [] : [.unsafeFlags(["-Xfrontend", "-gline-tables-only"], .when(configuration: .release))]

// Of tests the compiler does not look a second time at what it made for mistakes of its own, which takes a twentieth.
let unverified: [SwiftSetting] =
    isDependency
    ? []
    : [
        .unsafeFlags(
            ["-Xfrontend", "-disable-llvm-verify", "-Xfrontend", "-sil-verify-none"], .when(configuration: .release))
    ]

// A type such as Dictionary<Card, Int> is then made from what the compiler knows of its parts. By default it is made from its
// name, and the runtime searches all conformances of the program for each of its requirements: at every start.
let accessors: [SwiftSetting] =
    isDependency
    ? []
    : [
        .unsafeFlags(
            ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))
    ]

// The milliseconds from which on the compiler warns of an expression whose types it takes long to find.
let patience = isDependency ? nil : Context.environment["MUTAU_PATIENCE"]
let warnings: [SwiftSetting] =
    patience.map { [.unsafeFlags(["-Xfrontend", "-warn-long-expression-type-checking=\($0)"])] } ?? []

// Tests look into modules and start the very program that is used, so that one build serves both. (A debug program starts
// ten times as slowly: the argument parser then examines the options of a command at each start.)
let testable: [SwiftSetting] =
    isDependency ? [] : [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    let own = lines + (target.type == .test ? plain + unverified : testable + accessors)
    target.swiftSettings = (target.swiftSettings ?? []) + own + warnings
}
