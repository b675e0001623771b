namespace MCU.Integration.Pipeline.Work;

/// <summary>A work item that is done is deleted; its message tells the rest.</summary>
public enum WorkState
{
    Ready,
    Leased,
    Dead,
}
