// swift-tools-version: 6.3
import Foundation
import PackageDescription

/// A package of someone else: it depends on a version of mutau, in a repository that its environment names.
let repository = ProcessInfo.processInfo.environment["MUTAU_REPOSITORY"] ?? "https://github.com/mutau/mutau"

let package = Package(
    name: "Sample",
    dependencies: [.package(url: repository, from: "0.1.0")],
    targets: [
        .executableTarget(
            name: "Sample",
            dependencies: ["ConstraintKit", "Physics", "Transport", "IceCubeFit"].map {
                .product(name: $0, package: "mutau")
            })
    ],
    swiftLanguageModes: [.v6]
)
