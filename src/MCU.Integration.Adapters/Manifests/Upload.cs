using MCU.Integration.Adapters.Templates;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>A step that sends a file.</summary>
/// <param name="Attachment">The hub's attachment id.</param>
/// <param name="Field">Form field of a multipart body; null = the bare content is the body.</param>
public sealed record Upload(Template Attachment, string? Field);
