using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Commits;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>A link inside a burst.</summary>
public sealed class LinkUnit
{
    private long _readVersion;
    private bool _changed;

    internal LinkUnit(Link link, bool isNew)
    {
        Current = link;
        _readVersion = isNew ? 0 : link.Version;
        _changed = isNew;
    }

    public Link Current { get; private set; }

    public bool HasNews => _changed;

    public void Become(Link changed)
    {
        if (!ReferenceEquals(changed, Current))
        {
            Current = changed;
            _changed = true;
        }
    }

    internal LinkWrite ToWrite() => new(Current with { Version = _readVersion + 1 }, _readVersion);

    /// <summary>The news are committed.</summary>
    internal void Written()
    {
        _readVersion++;
        _changed = false;
    }
}
