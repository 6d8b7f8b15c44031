import Drawing

// Words for why there is no figure.

extension ErrorText {
    package static func of(_ error: GnuplotError) -> String {
        switch error {
        case .notFound(let package): "gnuplot is not installed; install the package \(package) for one"
        case .notStarted(let path, let code): "\(path) could not be started (error \(code))"
        case .failed(let status, let message): "gnuplot ended with status \(status): \(clipped(message))"
        case .tookTooLong(let seconds): "gnuplot was not done after \(digits(seconds)) s"
        }
    }
}
