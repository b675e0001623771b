using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Journal entries and activity executions of one burst as one sealed JSON document: one row a burst keeps the write path flat.</summary>
/// <param name="FirstSequence">Sequence of its first entry; entries of an instance are numbered from 0 without gaps.</param>
public sealed record JournalPage(string InstanceId, long FirstSequence, int EntryCount, SealedBody Body);
