using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Hub.Startup;

/// <summary>Reasons not to start that an operator can do something about: their message says it all, a stack trace would hide it.</summary>
internal static class StartProblem
{
    public static bool IsKnown(Exception exception) =>
        exception is OptionsValidationException or KeyFileException or HubAlreadyRunningException or SchemaTooNewException or UnboundSealsException or StorageUnavailableException or UseCaseException
        || exception is IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException };
}
