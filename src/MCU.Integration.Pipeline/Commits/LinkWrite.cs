using MCU.Integration.Domain.Links;

namespace MCU.Integration.Pipeline.Commits;

/// <param name="ExpectedVersion">Version that was read; 0 = new link.</param>
public sealed record LinkWrite(Link Link, long ExpectedVersion);
