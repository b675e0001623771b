namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>The fault that a workflow raised itself.</summary>
public sealed class FaultException(string code, string category, string faultType, string? message) : Exception(message)
{
    /// <summary>A code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>A group.</summary>
    public string Category { get; } = category;

    /// <summary>A kind.</summary>
    public string FaultType { get; } = faultType;
}
