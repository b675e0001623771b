namespace MCU.Integration.Pipeline.Content;

public sealed class ContentCompiler
{
    public ContentCompilation Compile(IReadOnlyList<ContentFile> files) => throw new InvalidOperationException();
}
