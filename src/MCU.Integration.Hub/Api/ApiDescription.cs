using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace MCU.Integration.Hub.Api;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c> and the reference page at <c>/api</c>, which loads nothing from elsewhere.</summary>
internal static class ApiDescription
{
    public static void AddHubApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer(static (schema, context, _) => Describe(schema, context.JsonTypeInfo.Type));
        options.AddOperationTransformer(static (operation, context, _) => Describe(operation, context));
        options.AddDocumentTransformer(static (document, _, _) => Describe(document));
    });

    public static void MapHubApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/api", static options =>
        {
            options.WithTitle("Интеграционный хаб МЦУ: API").WithOpenApiRoutePattern("/openapi/{documentName}.json").AddDocument("v1");
            options.WithNonce().DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton();
        });
    }

    private static Task Describe(OpenApiSchema schema, Type type)
    {
        if (IsId(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "uuid";
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items ??= new OpenApiSchema();
        }

        return Task.CompletedTask;
    }

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>));

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.HttpMethod is not "GET" && !context.Description.ActionDescriptor.EndpointMetadata.OfType<IntakeRoute>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKeys.Header,
                In = ParameterLocation.Header,
                Description = "The same key and request get the first answer again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
            });
        }

        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "MCU.Integration",
            Version = "v1",
            Description = "Integration hub of a municipal control centre. Errors are problems (RFC 9457); lists are paged by cursor.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key. `Authorization: ApiKey …` is understood as well.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    }
}
