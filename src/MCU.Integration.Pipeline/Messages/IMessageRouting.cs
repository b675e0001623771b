using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>Finds out what a stored message starts under the content of now.</summary>
public interface IMessageRouting
{
    /// <summary>One item per matching trigger; empty when nothing wants it.</summary>
    IReadOnlyList<NewWorkItem> ItemsFor(MessageRow message);
}
