namespace MCU.Integration.Pipeline.Nodes;

public enum WakeUpChannel
{
    Work,
    Deliveries,
    Content,
}
