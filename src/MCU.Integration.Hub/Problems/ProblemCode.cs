namespace MCU.Integration.Hub.Problems;

/// <summary>Stable codes of problems, one for each reason that a client may want to tell apart.</summary>
internal static class ProblemCode
{
    public const string Malformed = "malformed";
    public const string Invalid = "invalid";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string ForeignOrigin = "foreign_origin";
    public const string NotFound = "not_found";
    public const string Conflict = "conflict";
    public const string KeyReused = "key_reused";
    public const string StillProcessing = "still_processing";
    public const string TooLarge = "too_large";
    public const string TooSlow = "too_slow";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string TooManyRequests = "too_many_requests";
    public const string Unavailable = "unavailable";
    public const string Internal = "internal";

    public static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Malformed,
        StatusCodes.Status401Unauthorized => Unauthorized,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status409Conflict => Conflict,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity => Invalid,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        >= 500 => Internal,
        _ => "refused",
    };
}
