namespace MCU.Integration.Pipeline.Adapters;

/// <summary>An adapter: what its manifest says, and how its connection is.</summary>
public sealed record AdapterView(AdapterDescription Description, AdapterConnection Connection);
