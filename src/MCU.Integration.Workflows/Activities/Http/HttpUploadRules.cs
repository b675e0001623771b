using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>What an endpoint demands of requests and their files.</summary>
internal sealed class HttpUploadRules(HttpEndpoint endpoint, ActivityExecutionContext context)
{
    /// <summary>The first objection, or null.</summary>
    public HttpObjection? Check(HttpRequestData request)
    {
        if (context.Get(endpoint.RequestSizeLimit) is { } limit && SizeOf(request) > limit)
        {
            return HttpObjection.Of(413, $"The maximum request size allowed is {limit} bytes.", "Request too large", endpoint.ExposeRequestTooLargeOutcome);
        }

        return request.Form is { Files: { Count: > 0 } files } ? CheckSizes(files) ?? CheckExtensions(files) ?? CheckMediaTypes(files) : null;
    }

    private static long SizeOf(HttpRequestData request) =>
        Math.Max(request.ContentLength ?? 0, request.Body.Length + (request.Form?.Files.Sum(file => (long)file.Content.Length) ?? 0));

    private HttpObjection? CheckSizes(IReadOnlyList<HttpFileData> files) =>
        context.Get(endpoint.FileSizeLimit) is { } limit && files.Any(file => file.Content.Length > limit)
            ? HttpObjection.Of(413, $"The maximum file size allowed is {limit} bytes.", "File too large", endpoint.ExposeFileTooLargeOutcome)
            : null;

    private HttpObjection? CheckExtensions(IReadOnlyList<HttpFileData> files)
    {
        if (context.Get(endpoint.AllowedFileExtensions) is { Count: > 0 } allowed && !files.All(file => Contains(allowed, Path.GetExtension(file.FileName))))
        {
            return WrongExtension($"Only the following file extensions are allowed: {string.Join(", ", allowed)}");
        }

        return context.Get(endpoint.BlockedFileExtensions) is { Count: > 0 } blocked && files.Any(file => Contains(blocked, Path.GetExtension(file.FileName)))
            ? WrongExtension($"The following file extensions are not allowed: {string.Join(", ", blocked)}")
            : null;
    }

    private HttpObjection WrongExtension(string message) =>
        HttpObjection.Of(415, message, "Invalid file extension", endpoint.ExposeInvalidFileExtensionOutcome);

    private HttpObjection? CheckMediaTypes(IReadOnlyList<HttpFileData> files) =>
        context.Get(endpoint.AllowedMimeTypes) is { Count: > 0 } allowed && !files.All(file => Contains(allowed, file.ContentType))
            ? HttpObjection.Of(
                415, $"Only the following MIME types are allowed: {string.Join(", ", allowed)}", "Invalid file MIME type", endpoint.ExposeInvalidFileMimeTypeOutcome)
            : null;

    private static bool Contains(List<string> list, string? value) => list.Contains(value ?? "", StringComparer.OrdinalIgnoreCase);
}
