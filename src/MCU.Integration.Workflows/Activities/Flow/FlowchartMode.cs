namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>How flowcharts decide what runs next.</summary>
public enum FlowchartMode
{
    /// <summary>By counting visits of activities and connections: the default of Elsa's library.</summary>
    CounterBased,

    /// <summary>By tokens on connections: what the image of the Elsa server turns on.</summary>
    TokenBased,
}
