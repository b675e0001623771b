using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Storage.Messages;

/// <summary>A stored message as the judge of repetitions sees it.</summary>
internal readonly record struct KnownMessage((string Adapter, string DocumentType, string DedupKey) Key, MessageId Id, string ContentHash);
