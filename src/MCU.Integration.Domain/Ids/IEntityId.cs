namespace MCU.Integration.Domain.Ids;

/// <summary>A typed id: a UUIDv7 that cannot be mistaken for the id of something else.</summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The bare id, as databases store it.</summary>
    Guid Value { get; }

    /// <summary>Wraps a bare id that was read from a database or an outside document.</summary>
    static abstract TSelf From(Guid value);
}
