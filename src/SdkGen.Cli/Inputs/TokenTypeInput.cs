using System.CommandLine;
using SdkGen.OAuth;

namespace SdkGen.Cli.Inputs;

/// <summary>What a token is, in a token exchange (RFC 8693 section 3): a short name, or a URI.</summary>
internal static class TokenTypeInput
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["access_token"] = TokenTypes.AccessToken,
        ["refresh_token"] = TokenTypes.RefreshToken,
        ["id_token"] = TokenTypes.IdToken,
        ["jwt"] = TokenTypes.Jwt,
        ["saml1"] = TokenTypes.Saml1,
        ["saml2"] = TokenTypes.Saml2,
    };

    public static Option<string?> CreateOption(string name, string description)
    {
        var option = new Option<string?>(name)
        {
            HelpName = "type",
            Description = $"{description}: {string.Join(", ", Names.Keys)}, or a URI.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Names.TryGetValue(text, out var type))
                {
                    return type;
                }

                if (!Uri.TryCreate(text, UriKind.Absolute, out _))
                {
                    result.AddError($"'{text}' is no type of token: use one of {string.Join(", ", Names.Keys)}, or a URI.");
                }

                return text;
            },
        };
        option.CompletionSources.Add([.. Names.Keys]);
        return option;
    }
}
