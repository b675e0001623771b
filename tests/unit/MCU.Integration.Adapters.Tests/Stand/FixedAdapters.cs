using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Tests.Stand;

public sealed class FixedAdapters : IAdapterSource
{
    public IReadOnlyList<AdapterDescription> All { get; set; } = [];
}
