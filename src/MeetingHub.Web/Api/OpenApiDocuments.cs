using System.Text.Json.Nodes;
using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>What the generator cannot see in the code: how to sign in, the key of a write, and types with a spelling of their own.</summary>
public static class OpenApiDocuments
{
    public static void Describe(OpenApiOptions o)
    {
        o.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) => Done(() => Introduce(document)));
        o.AddOperationTransformer((operation, context, _) => Done(() => Complete(operation, context)));
        o.AddSchemaTransformer(Spell);
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info.Title = "MeetingHub";
        document.Info.Description = """
            Meetings, people, decks, action items and records.

            Sign in with a personal access token from your profile page. Whatever does not concern you is not found.
            Refusals are problem details (RFC 9457): `code` is stable, `title` follows `Accept-Language` (uk, fr, en).
            A write takes an `Idempotency-Key`: the same request under the same key happens once and gets the same answer
            for seven days; a refused one may be tried again.
            """;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A personal access token, `mh_…`.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.HttpMethod is not ("POST" or "PUT" or "DELETE"))
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = Operations.Header,
                In = ParameterLocation.Header,
                Description =
                    $"Drawn anew for each write, kept for its repetitions; at most {Operations.LongestKey} characters.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Operations.LongestKey },
            }
        );
    }

    private static async Task Spell(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken stop
    )
    {
        var given = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(given) ?? given;
        if (type == typeof(Instant))
            Text(schema, "date-time", "2026-12-01T13:00:00Z", "An instant, in UTC.");
        else if (type == typeof(LocalDateTime))
            Text(schema, null, "2026-12-01T15:00:00", "A local date and time, without an offset.");
        else if (type == typeof(LocalDate))
            Text(schema, "date", "2026-12-24", "A date.");
        else if (type == typeof(LocalText))
            Languages(schema);
        else if (type == typeof(ProblemDetails))
            Refusal(schema);
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, stop);
        }
    }

    private static void Text(OpenApiSchema schema, string? format, string example, string description)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = format;
        schema.Examples = [JsonValue.Create(example)];
        schema.Description = description;
    }

    private static void Languages(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "One text in several languages.";
        schema.Properties = Language.All.ToDictionary(
            l => l,
            IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String }
        );
        schema.AdditionalPropertiesAllowed = false;
    }

    private static void Refusal(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["code"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "Stable, in snake_case.",
            Examples = [JsonValue.Create(Code.Of(Domain.Meetings.Refusal.ChangedMeanwhile))],
        };
        schema.Properties["current"] = new OpenApiSchema
        {
            Description = "With `changed_meanwhile`: the meeting, action item or deck as it stands now.",
        };
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
