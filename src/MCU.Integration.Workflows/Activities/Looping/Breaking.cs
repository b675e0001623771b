using MCU.Integration.Workflows.Activities.Flow;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>The mark that a break leaves on the loop, and on the sequences and forks between.</summary>
internal static class Breaking
{
    private const string Property = "IsBreaking";

    public static bool IsSet(ActivityExecutionContext context) => context.GetProperty(Property).AsBoolean() ?? false;

    /// <summary>Marks everything up to the nearest loop.</summary>
    public static void Send(ActivityExecutionContext context)
    {
        for (var above = context.Parent; above is not null; above = above.Parent)
        {
            switch (above.Node.Activity)
            {
                case Loop:
                    above.SetProperty(Property, true);
                    return;
                case Sequence or Branching.Fork:
                    above.SetProperty(Property, true);
                    break;
            }
        }
    }
}
