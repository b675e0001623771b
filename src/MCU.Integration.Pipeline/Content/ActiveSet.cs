using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Pipeline.Content;

/// <summary>The compiled content that the hub works with: immutable, swapped whole on every node, named on every decision.</summary>
/// <param name="Generation">Store generation that it was built from; changes with the set and with triggers.</param>
public sealed record ActiveSet(long Id, long Generation, AdapterCatalog Adapters, TriggerIndex Triggers);
