namespace MCU.Integration.Adapters.Imports;

/// <summary>The file is no table that can be read; the message says why and quotes nothing of it.</summary>
public sealed class TableException(string code, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code => code;
}
