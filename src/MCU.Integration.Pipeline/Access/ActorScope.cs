using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Access;

/// <summary>How the scope of an actor narrows what a list may show.</summary>
public static class ActorScope
{
    /// <summary>Demands the right and returns the adapter that a list has to be limited to; null = no limit.</summary>
    /// <param name="asked">The adapter that the caller filters by; null = any.</param>
    /// <exception cref="AccessDeniedException">The actor lacks the right, or it does not reach to the adapter.</exception>
    /// <exception cref="UseCaseException">The actor has several adapters and has to name one.</exception>
    public static string? DemandWithin(this Actor actor, Right right, string? asked)
    {
        actor.Demand(right, asked);
        return asked is not null || actor.Adapters.Count == 0 ? asked
            : actor.Adapters.Count == 1 ? actor.Adapters.First()
            : throw UseCaseException.Invalid("", "adapter_required", "Name one of your adapters.");
    }

    /// <summary>Demands a right that a limited scope cannot have: it reaches over all adapters.</summary>
    /// <exception cref="AccessDeniedException">The actor lacks the right, or has it for some adapters only.</exception>
    public static void DemandEverywhere(this Actor actor, Right right)
    {
        actor.Demand(right);
        if (actor.Adapters.Count > 0)
        {
            throw new AccessDeniedException(right, "*");
        }
    }
}
