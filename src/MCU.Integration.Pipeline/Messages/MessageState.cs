namespace MCU.Integration.Pipeline.Messages;

/// <summary>Every inbound message is in exactly one of these; received = Rejected + accepted, accepted = Waiting + Processed + Dead.</summary>
public enum MessageState
{
    /// <summary>Refused at the border; kept so that a vendor can see what was wrong.</summary>
    Rejected,

    /// <summary>Accepted; at least one of its work items is not done.</summary>
    Waiting,

    /// <summary>All its work items are done.</summary>
    Processed,

    /// <summary>Given up; keeps its error and can be replayed.</summary>
    Dead,

    /// <summary>An outbound message: its state is that of its delivery.</summary>
    Outbound,
}
