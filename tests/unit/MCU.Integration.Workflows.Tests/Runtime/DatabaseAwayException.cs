using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>Ends a burst as the death of its node would: nothing more is stored.</summary>
internal sealed class DatabaseAwayException : Exception, IInfrastructureFault;
