using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Access;

/// <summary>Users: invited with a one-time link, changed, disabled. Nobody but the user ever knows the password.</summary>
public sealed class UserDesk(IAccessStore store, UserCache cache, IPasswordHashing hashing, AuditTrail audit, UuidV7Source ids, TimeProvider time)
{
    /// <summary>How long a one-time link works.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<HubUser>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        return await store.UsersAsync(cancellation);
    }

    /// <summary>Adds a user without a password.</summary>
    /// <returns>The user, and the token of the link that sets the password.</returns>
    public async Task<(HubUser User, string Token)> AddAsync(
        Actor actor,
        string name,
        UserProfile profile,
        IReadOnlyList<HubRole> roles,
        IReadOnlyList<string> adapters,
        CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        AccessRules.ThrowIfAny([.. AccessRules.Check(name, roles, adapters), .. AccessRules.Check(profile)]);
        var user = With(profile, new(ids.Next(), Normalise(name), "", null, roles, adapters, Secrets.NewStamp(), false, time.GetUtcNow()));
        if (!await store.SaveUserAsync(user, cancellation, audit.Entry(actor, "user.add", $"user:{user.Name}", string.Join(',', roles))))
        {
            throw UseCaseException.Conflict($"There is a user '{user.Name}' already.");
        }

        return (user, await NewLinkAsync(user, cancellation));
    }

    /// <summary>Changes who a user is and what it may do; null leaves a value as it is. Running sessions see it within seconds.</summary>
    public async Task<HubUser> ChangeAsync(
        Actor actor,
        Guid id,
        Func<UserProfile, UserProfile>? profile,
        IReadOnlyList<HubRole>? roles,
        IReadOnlyList<string>? adapters,
        bool? disabled,
        CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        var before = await FindAsync(id, cancellation);
        var after = With(profile?.Invoke(before.Profile) ?? before.Profile, before) with
        {
            Roles = roles ?? before.Roles,
            Adapters = adapters ?? before.Adapters,
            Disabled = disabled ?? before.Disabled,
        };
        AccessRules.ThrowIfAny([.. AccessRules.Check(after.Name, after.Roles, after.Adapters), .. AccessRules.Check(after.Profile)]);
        if (IsAdmin(before) && !IsAdmin(after) && !(await store.UsersAsync(cancellation)).Any(user => user.Id != id && IsAdmin(user)))
        {
            throw UseCaseException.Conflict("The last admin cannot be disabled or lose the role.");
        }

        after = after.Disabled && !before.Disabled ? after with { SecurityStamp = Secrets.NewStamp() } : after;
        await SaveAsync(after, audit.Entry(actor, "user.change", $"user:{after.Name}", $"{string.Join(',', after.Roles)}; duty={after.Duty}; disabled={after.Disabled}"), cancellation);
        return after;
    }

    /// <summary>Ends the user's sessions, takes the password away and returns the token of a new one-time link.</summary>
    public async Task<string> ResetPasswordAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.ManageUsers);
        var user = await FindAsync(id, cancellation) with { PasswordHash = null, SecurityStamp = Secrets.NewStamp() };
        await SaveAsync(user, audit.Entry(actor, "user.reset-password", $"user:{user.Name}"), cancellation);
        return await NewLinkAsync(user, cancellation);
    }

    /// <summary>Sets the password of the user whom a one-time link names; the link is used up.</summary>
    /// <exception cref="UseCaseException">The link is unknown, used or expired, or the password is too short.</exception>
    public async Task<HubUser> WelcomeAsync(string token, string password, CancellationToken cancellation)
    {
        AccessRules.ThrowIfAny(AccessRules.CheckPassword(password));
        var user = await store.ConsumeLinkAsync(Secrets.HashOf(token), time.GetUtcNow(), cancellation);
        if (user is null or { Disabled: true })
        {
            throw UseCaseException.Invalid("/token", "link_invalid", "The link was used already, has expired, or never existed.");
        }

        user = user with { PasswordHash = hashing.Hash(password), SecurityStamp = Secrets.NewStamp() };
        await SaveAsync(user, audit.Entry(ActorOf(user), "user.set-password", $"user:{user.Name}"), cancellation);
        return user;
    }

    /// <summary>
    /// Makes the first admin when there is no user: with the given password, or with a one-time link. A link that nobody used is made anew at each start.
    /// </summary>
    /// <returns>The token of the link; null when none is needed.</returns>
    public async Task<string?> EnsureFirstAdminAsync(string? password, CancellationToken cancellation)
    {
        const string firstName = "admin";
        var users = await store.UsersAsync(cancellation);
        if (users.Any(user => user.PasswordHash is not null))
        {
            return null;
        }

        if (password is not null)
        {
            AccessRules.ThrowIfAny(AccessRules.CheckPassword(password));
        }

        var admin = users.FirstOrDefault(user => user.Name == firstName)
            ?? new HubUser(ids.Next(), firstName, "Администратор", null, [HubRole.Admin], [], Secrets.NewStamp(), false, time.GetUtcNow());
        admin = admin with { PasswordHash = password is null ? null : hashing.Hash(password) };

        // Two hubs may start at once: the one that lost the race finds the other's admin at its next start.
        return await store.SaveUserAsync(admin, cancellation) && password is null ? await NewLinkAsync(admin, cancellation) : null;
    }

    public static Actor ActorOf(HubUser user) => new(user.Name, user.Roles.ToHashSet(), user.Adapters.ToHashSet(StringComparer.Ordinal));

    /// <summary>Names are compared without case and surrounding space.</summary>
    public static string Normalise(string name) => name.Trim().ToLowerInvariant();

    private static HubUser With(UserProfile profile, HubUser user) =>
        user with { DisplayName = profile.DisplayName.Trim(), Duty = profile.Duty, Organisation = profile.Organisation.Trim() };

    private static bool IsAdmin(HubUser user) => !user.Disabled && user.Roles.Contains(HubRole.Admin) && user.Adapters.Count == 0;

    private async Task<HubUser> FindAsync(Guid id, CancellationToken cancellation) =>
        await store.FindUserAsync(id, cancellation) ?? throw UseCaseException.NotFound($"user {id}");

    private async Task SaveAsync(HubUser user, AuditEntry entry, CancellationToken cancellation)
    {
        await store.SaveUserAsync(user, cancellation, entry);
        cache.Forget(user.Id);
    }

    private async Task<string> NewLinkAsync(HubUser user, CancellationToken cancellation)
    {
        var token = Secrets.NewToken();
        await store.SaveLinkAsync(new(Secrets.HashOf(token), user.Id, time.GetUtcNow() + LinkLifetime), cancellation);
        return token;
    }
}
