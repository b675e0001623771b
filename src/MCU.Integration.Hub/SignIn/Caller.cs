using System.Reflection;
using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Hub.SignIn;

/// <summary>Who asks, as a parameter of an endpoint.</summary>
internal sealed class Caller(Actor actor)
{
    public Actor Actor { get; } = actor;

    public static implicit operator Actor(Caller caller) => caller.Actor;

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo _) =>
        new(ActorClaims.ActorOf(context.User) is { } actor ? new Caller(actor) : null);
}
