namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Where <see cref="WriteLine"/> writes, if the host offers it. Its text may be personal: not to the log.</summary>
public interface ITextOutput
{
    /// <summary>Takes one line.</summary>
    void WriteLine(string? text);
}
