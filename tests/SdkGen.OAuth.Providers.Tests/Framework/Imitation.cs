using System.Text.Json;
using System.Text.Json.Serialization;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>
/// What a provider demands and answers, written from its documentation and the data, and never from the interface. It is strict: a member
/// that is not known here is an error.
/// </summary>
internal sealed record Imitation
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The interface that is played.</summary>
    public required string Provider { get; init; }

    /// <summary>When the record was written. No provider was asked: the facts are as old as their sources.</summary>
    public required DateOnly Written { get; init; }

    /// <summary>The provider's documentation, and the catalogues that know the provider; where they differ, the safer was taken.</summary>
    public required string[] Source { get; init; }

    public required ImitatedClient Client { get; init; }

    public ImitatedMetadata? Metadata { get; init; }

    /// <summary>The messages of one user, in their order.</summary>
    public required Step[] Steps { get; init; }

    /// <summary>Messages of other clients: with other options, or at the edge of what the provider allows.</summary>
    public Step[] Also { get; init; } = [];

    /// <summary>Callbacks that end the sign-in.</summary>
    public Denial[] Denials { get; init; } = [];

    public static Imitation Read(string path) =>
        JsonSerializer.Deserialize<Imitation>(File.ReadAllText(path), Strict) ?? throw new JsonException(path);
}

/// <summary>The client that the provider knows.</summary>
internal sealed record ImitatedClient
{
    /// <summary>How it authenticates, by the names of RFC 8414.</summary>
    public required string Authentication { get; init; }

    /// <summary>Its id, if that is composed of options.</summary>
    public string? Composed { get; init; }

    /// <summary>Whether a client may have a key. <see langword="false"/> has the options refused that state one.</summary>
    public bool Keys { get; init; } = true;

    /// <summary>Whether a client may have a secret.</summary>
    public bool Secrets { get; init; } = true;

    /// <summary>The algorithm of the key that it has instead of a secret.</summary>
    public string? Key { get; init; }

    /// <summary>The other options, by the names of their properties.</summary>
    public Dictionary<string, string> Options { get; init; } = [];

    /// <summary>What the client's assertion says.</summary>
    public ImitatedAssertion? Assertion { get; init; }
}

internal sealed record ImitatedAssertion
{
    public required Dictionary<string, string> Header { get; init; }

    public required Dictionary<string, string> Claims { get; init; }
}

internal sealed record ImitatedMetadata
{
    public required string Url { get; init; }

    public required JsonElement Document { get; init; }
}

/// <summary>One message: what has to be sent, and what is answered.</summary>
internal sealed record Step
{
    public required OAuthMessage On { get; init; }

    /// <summary>Options of this message's own client, besides those of the imitation; an empty text takes one away.</summary>
    public Dictionary<string, string> Options { get; init; } = [];

    /// <summary>The algorithm of the key of this message's own client.</summary>
    public string? Key { get; init; }

    public string[]? Scopes { get; init; }

    public string[]? Resources { get; init; }

    public Dictionary<string, string> Additional { get; init; } = [];

    public ImitatedMetadata? Metadata { get; init; }

    public Wanted? Want { get; init; }

    public JsonElement? Reply { get; init; }

    /// <summary>What the application gets.</summary>
    public Dictionary<string, JsonElement> Yields { get; init; } = [];

    /// <summary>The parameters of the callback.</summary>
    public Dictionary<string, string>? Callback { get; init; }

    /// <summary>An error in place of the reply.</summary>
    public Refusal? Refused { get; init; }

    public Refusal[] Refusals { get; init; } = [];

    /// <summary>The failure in which it ends, before anything is sent.</summary>
    public OAuthFailure? Failure { get; init; }
}

/// <summary>A request, exactly: a parameter more, less, or twice is another one.</summary>
internal sealed record Wanted
{
    public string Method { get; init; } = "GET";

    public required string Url { get; init; }

    public string? Fragment { get; init; }

    public Dictionary<string, string> Query { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    public Dictionary<string, string>? Form { get; init; }

    public Dictionary<string, string>? Json { get; init; }
}

internal sealed record Refusal
{
    public required int Status { get; init; }

    public required JsonElement Reply { get; init; }

    public required string Error { get; init; }

    public string? Description { get; init; }
}

internal sealed record Denial
{
    public required Dictionary<string, string> Callback { get; init; }

    public string? Error { get; init; }

    public string? Description { get; init; }

    public OAuthFailure Failure { get; init; } = OAuthFailure.AuthorizationError;
}
