namespace MCU.Integration.Workflows.Activities;

/// <summary>Any <see cref="Input{T}"/>.</summary>
public interface IInputHandle
{
    /// <summary>The input's name, Pascal-cased as in the descriptor.</summary>
    string Name { get; }
}
