using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>A refusal: the code, the status and the words, in the two shapes that Hydra has.</summary>
internal sealed class HydraError(string code, string description, string? hint = null, int status = 400) : Exception(code)
{
    public string Code => Message;

    public int Status => status;

    /// <summary>Description and hint are one text, in which no quotation mark stands.</summary>
    public string Description => (hint is null ? description : $"{description} {hint}").Replace('"', '\'');

    /// <summary>Who the client is could not be proven.</summary>
    public static HydraError Client(string hint) =>
        new("invalid_client", "Client authentication failed.", hint, 401);

    /// <summary>The shape of the public endpoints.</summary>
    public JsonObject ToJson() => new() { ["error"] = Code, ["error_description"] = Description };

    /// <summary>The shape of the administration API: the error is an object.</summary>
    public static JsonObject Herodot(int status, string title, string reason) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = status,
            ["status"] = title,
            ["request"] = Guid.NewGuid().ToString(),
            ["reason"] = reason,
            ["message"] = reason,
        },
    };
}
