namespace MCU.Integration.Adapters.Templates;

/// <summary>A template needs a value that the document or an earlier step does not have.</summary>
/// <param name="insertion">The insertion as the manifest spells it; names a place, never a value.</param>
public sealed class MissingValueException(string insertion) : Exception($"There is no value for {{{insertion}}}.")
{
    public string Insertion { get; } = insertion;
}
