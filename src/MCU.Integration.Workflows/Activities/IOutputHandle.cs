namespace MCU.Integration.Workflows.Activities;

/// <summary>Any <see cref="Output{T}"/>.</summary>
public interface IOutputHandle
{
    /// <summary>The output's name, Pascal-cased as in the descriptor.</summary>
    string Name { get; }
}
