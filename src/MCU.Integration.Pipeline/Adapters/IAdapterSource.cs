namespace MCU.Integration.Pipeline.Adapters;

/// <summary>The adapters that are in force now, for loops that outlive an active set.</summary>
public interface IAdapterSource
{
    IReadOnlyList<AdapterDescription> All { get; }
}
