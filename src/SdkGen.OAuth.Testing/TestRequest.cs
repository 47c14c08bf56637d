namespace SdkGen.OAuth.Testing;

/// <summary>A request as it arrived at a <see cref="TestAuthorizationServer"/>.</summary>
public sealed class TestRequest
{
    internal TestRequest(TestEndpoint? endpoint, string method, string path)
    {
        Endpoint = endpoint;
        Method = method;
        Path = path;
    }

    /// <summary>The endpoint; <see langword="null"/> if there is none at the path, or if it is the page where a user enters a device code.</summary>
    public TestEndpoint? Endpoint { get; }

    /// <summary>The HTTP method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path, with its leading slash and without the query.</summary>
    public string Path { get; }

    /// <summary>The fields of the query, decoded, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>The fields of the form in the body, decoded, in order; none if the body is no form.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The headers, by name in any case; several of one name are joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text, form or not.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// A field of the form or, if it is not there, of the query; <see langword="null"/> if it is in neither, or there more than once.
    /// </summary>
    /// <param name="field">The name of the field.</param>
    public string? this[string field] => Find(Form, field) ?? Find(Query, field);

    /// <summary>Method, path and the names of fields: their values are secrets.</summary>
    /// <returns>A text without values.</returns>
    public override string ToString() => $"{Method} {Path} {{ {string.Join(", ", Query.Concat(Form).Select(field => field.Key))} }}";

    private static string? Find(IReadOnlyList<KeyValuePair<string, string>> fields, string name)
    {
        string? found = null;
        foreach (var (key, value) in fields)
        {
            if (key == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }
}
