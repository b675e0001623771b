using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Access;

/// <summary>Sign-in with name and password. Every attempt costs the same time and is audited; a name that fails too often is locked for a while.</summary>
public sealed class SignInDesk(IAccessStore store, IPasswordHashing hashing, SignInLock locks, AuditTrail audit)
{
    public async Task<SignInResult> SignInAsync(string name, string password, CancellationToken cancellation)
    {
        name = UserDesk.Normalise(name);
        if (locks.LockedUntil(name) is { } until)
        {
            return new(null, until);
        }

        var user = password.Length <= AccessRules.MaxPasswordLength ? await store.FindUserAsync(name, cancellation) : null;
        if (hashing.Verify(user?.PasswordHash, password) && user is { Disabled: false })
        {
            locks.Succeeded(name);
            await audit.WriteAsync(UserDesk.ActorOf(user), "sign-in", $"user:{user.Name}", null, cancellation);
            return new(user, null);
        }

        locks.Failed(name);
        if (user is not null)
        {
            await audit.WriteAsync(UserDesk.ActorOf(user), "sign-in.failed", $"user:{user.Name}", null, cancellation);
        }

        return new(null, locks.LockedUntil(name));
    }

    public Task SignOutAsync(Actor actor, CancellationToken cancellation) => audit.WriteAsync(actor, "sign-out", $"user:{actor.Name}", null, cancellation);
}
