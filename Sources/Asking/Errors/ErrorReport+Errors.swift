import AllowedRegion
import Answers
import Assessment
import ConstraintKit
import CurveArchive
import CurveFormats
import Files
import IceCubeFit
import Physics
import PluginLoading
import PointTables
import Scan
import Scenarios
import Transport

extension ErrorReport {
    /// What to tell the user about an error of one of the modules; nil for one of the argument parser's own.
    package init?(of error: any Error) {
        if let report = error as? ErrorReport {
            self = report
            return
        }
        guard let (message, code) = Self.usage(error) ?? Self.data(error) ?? Self.files(error) else { return nil }
        self.init(message, code: Self.lacksLibrary(error) ? ExitStatus.noProgram : code)
    }

    /// What the user wrote on the command line.
    private static func usage(_ error: any Error) -> (String, Int32)? {
        switch error {
        case let error as QuantityError: (ErrorText.of(error), ExitStatus.usage)
        case let error as MapGridError: (ErrorText.of(error), ExitStatus.usage)
        case let error as NeutrinoMassError: (ErrorText.of(error), ExitStatus.usage)
        case let error as SourceSpectrumError: (ErrorText.of(error), ExitStatus.usage)
        case let error as MixingAngleError: (ErrorText.of(error), ExitStatus.usage)
        case let error as ParameterSetError: (ErrorText.of(error), ExitStatus.noInput)
        case let error as TransportError: (ErrorText.of(error), ExitStatus.usage)
        case let error as FitError:
            switch error {
            case .unusablePrediction: (ErrorText.of(error), ExitStatus.internalError)
            case .stopped: (ErrorText.of(error), ExitStatus.interrupted)
            default: (ErrorText.of(error), ExitStatus.usage)
            }
        case let error as FitRequestError: (ErrorText.of(error), ExitStatus.usage)
        case let error as PointBatchError: (ErrorText.of(error), ExitStatus.usage)
        case let error as MapError: (ErrorText.of(error), ExitStatus.usage)
        case let error as ScenarioLibraryError: (ErrorText.of(error), ExitStatus.noInput)
        case let error as DataSetLibraryError:
            switch error {
            case .unknown: (ErrorText.of(error), ExitStatus.noInput)
            case .notText, .notVOTable, .unusable: (ErrorText.of(error), ExitStatus.badData)
            }
        default: nil
        }
    }

    /// What a file holds.
    private static func data(_ error: any Error) -> (String, Int32)? {
        switch error {
        case let error as AlternativesError: (ErrorText.of(error), ExitStatus.badData)
        case let error as ScenarioError: (ErrorText.of(error), ExitStatus.badData)
        case let error as FigureStyleError: (ErrorText.of(error), ExitStatus.badData)
        case let error as RecordedRunError: (ErrorText.of(error), ExitStatus.badData)
        case let error as ChoiceError: choice(error)
        case let error as CurveFormatError: (ErrorText.of(error), ExitStatus.badData)
        case let error as DocumentError: (ErrorText.of(error), ExitStatus.badData)
        case let error as PointTableError:
            if case .unreadable = error {
                (ErrorText.of(error), ExitStatus.inputOutput)
            } else {
                (ErrorText.of(error), ExitStatus.badData)
            }
        case let error as AnalysisError: (ErrorText.of(error), ExitStatus.badData)
        case let error as ScanPlanError: (ErrorText.of(error), ExitStatus.badData)
        case let error as PluginFault: (ErrorText.of(error), ExitStatus.badData)
        case let error as ConformanceFault: (ErrorText.of(error), ExitStatus.badData)
        case let error as KnownLimitError: (ErrorText.of(error), ExitStatus.badData)
        case let error as LinkedBoundsError: (ErrorText.of(error), ExitStatus.internalError)
        case let error as CatalogueError:
            switch error {
            case .unknownStem: (ErrorText.of(error), ExitStatus.noInput)
            case .unusable: (ErrorText.of(error), ExitStatus.badData)
            }
        default: nil
        }
    }

    /// What an option chooses: a wrong word is the user's, a wrong file the file's.
    private static func choice(_ error: ChoiceError) -> (String, Int32) {
        let code =
            switch error {
            case .unreadable(let cause): files(cause)?.1 ?? ExitStatus.noInput
            case .badLine, .otherUnit, .otherQuantity, .rowsOutOfRange, .evolution(_, .some), .charges(_, .some),
                .spectrum(_, .some):
                ExitStatus.badData
            case .unknown, .malformed, .notOfForm, .quantity, .evolution, .composition, .charges, .spectrum,
                .outOfRange, .noIndex:
                ExitStatus.usage
            }
        return (ErrorText.of(error), code)
    }

    /// Files and the network.
    private static func files(_ error: any Error) -> (String, Int32)? {
        switch error {
        case let error as PluginCompilerError:
            switch error {
            case .noFolder, .noCode: (ErrorText.of(error), ExitStatus.noInput)
            case .noInterface, .noCompiler: (ErrorText.of(error), ExitStatus.unavailable)
            case .twoLanguages, .failed: (ErrorText.of(error), ExitStatus.badData)
            case .notWritten: (ErrorText.of(error), ExitStatus.cannotCreate)
            }
        case let error as ReadingError: (ErrorText.of(error), exitStatus(error))
        case let error as WritingError: (ErrorText.of(error), exitStatus(error))
        case let error as OwnStoreError:
            switch error {
            case .noDirectory, .exists: (ErrorText.of(error), ExitStatus.cannotCreate)
            case .notAStem: (ErrorText.of(error), ExitStatus.usage)
            case .busy: (ErrorText.of(error), ExitStatus.unavailable)
            case .addresses(let cause): (ErrorText.of(error), exitStatus(cause))
            case .lock(let cause): (ErrorText.of(error), exitStatus(cause))
            case .writing(let cause): (ErrorText.of(error), exitStatus(cause))
            }
        case let error as FetchError: (ErrorText.of(error), ExitStatus.unavailable)
        case let error as ScanError: (ErrorText.of(error), exitStatus(error))
        case let error as Slurm.Failure:
            if case .notFound = error {
                (ErrorText.of(error), ExitStatus.noProgram)
            } else {
                (ErrorText.of(error), ExitStatus.unavailable)
            }
        case let error as HEPDataError: (ErrorText.of(error), exitStatus(error))
        case let error as AddressFileError: (ErrorText.of(error), exitStatus(error))
        case let error as LockFileError: (ErrorText.of(error), exitStatus(error))
        case let error as RefreshError:
            switch error {
            case .mirror, .notAStem, .tooManyStems: (ErrorText.of(error), ExitStatus.usage)
            case .catalogue(let cause): (ErrorText.of(error), exitStatus(cause))
            case .noDirectory: (ErrorText.of(error), ExitStatus.cannotCreate)
            case .lock(let cause): (ErrorText.of(error), exitStatus(cause))
            case .busy: (ErrorText.of(error), ExitStatus.unavailable)
            case .writing(let cause): (ErrorText.of(error), exitStatus(cause))
            }
        default: nil
        }
    }

    private static func exitStatus(_ error: ReadingError) -> Int32 {
        switch error {
        case .unreadable(_, let cause) where !cause.isMissing: ExitStatus.inputOutput
        case .unreadable, .notAFile: ExitStatus.noInput
        case .tooLarge: ExitStatus.badData
        case .openToOthers: ExitStatus.inputOutput
        }
    }

    /// Of what is wrong with a place where documents are looked for.
    package static func exitStatus(_ problem: CatalogueProblem) -> Int32 {
        switch problem {
        case .lock(.reading): ExitStatus.inputOutput
        case .lock(let error): exitStatus(error)
        case .directory, .openToOthers: ExitStatus.inputOutput
        case .fileName, .document: ExitStatus.badData
        }
    }

    private static func exitStatus(_ error: HEPDataError) -> Int32 {
        switch error {
        case .notANumber: ExitStatus.usage
        case .fetch, .page: ExitStatus.unavailable
        case .unreadable, .otherVersion, .tableUnsettled, .tableNotTold: ExitStatus.badData
        }
    }

    private static func exitStatus(_ error: ScanError) -> Int32 {
        switch error {
        case .reading(let cause): exitStatus(cause)
        case .writing(let cause): exitStatus(cause)
        case .noScan: ExitStatus.noInput
        case .holdsOther: ExitStatus.cannotCreate
        case .noShard, .notExtended, .tooManyRows: ExitStatus.usage
        case .otherScan, .twoPaths, .incomplete, .nowhereToBegin, .unusableExtent: ExitStatus.badData
        }
    }

    private static func exitStatus(_ error: LockFileError) -> Int32 {
        if case .reading(let cause) = error { exitStatus(cause) } else { ExitStatus.badData }
    }

    private static func exitStatus(_ error: AddressFileError) -> Int32 {
        switch error {
        case .reading(let cause): exitStatus(cause)
        case .record(let cause): exitStatus(cause)
        case .contents: ExitStatus.badData
        }
    }

    private static func exitStatus(_ error: WritingError) -> Int32 {
        switch error {
        case .cannotCreate(_, let cause) where cause.isOutOfSpace: ExitStatus.inputOutput
        case .cannotWrite, .leftBehind: ExitStatus.inputOutput
        case .cannotCreate, .isADirectory, .isNotADirectory, .holdsOtherFiles, .isWorkingDirectory, .unusableName:
            ExitStatus.cannotCreate
        }
    }
}
