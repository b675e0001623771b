using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Intake;

/// <summary>The content was published anew each time the message was about to be stored; nothing was kept, trying again helps.</summary>
public sealed class ContentUnsettledException() : Exception("The content of the hub is being published; nothing was kept. Try again."), IInfrastructureFault;
