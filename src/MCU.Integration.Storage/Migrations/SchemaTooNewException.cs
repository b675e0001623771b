namespace MCU.Integration.Storage.Migrations;

/// <summary>An older hub does not touch a newer schema.</summary>
public sealed class SchemaTooNewException(IReadOnlyList<string> unknown)
    : Exception($"The database was migrated by a newer hub ({string.Join(", ", unknown)}). Start that version, or restore a backup that fits this one.")
{
    /// <summary>Migrations that this hub does not know.</summary>
    public IReadOnlyList<string> Unknown { get; } = unknown;
}
