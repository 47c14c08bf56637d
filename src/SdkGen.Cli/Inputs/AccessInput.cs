using System.CommandLine;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Inputs;

/// <summary>What access is asked for.</summary>
internal sealed class AccessInput
{
    private readonly Option<string[]> _scopes = new("--scope")
    {
        HelpName = "scopes",
        Description = "The scopes to ask for, with commas or blanks between them, or the option several times.",
    };

    private readonly Option<string[]> _audiences = new("--audience")
    {
        HelpName = "audiences",
        Description = "For whom the token is ('audience', as Ory and Auth0 have it); a list like --scope.",
    };

    private readonly Option<string[]> _resources = new("--resource")
    {
        HelpName = "url",
        Description = "For which API the token is ('resource', RFC 8707); with blanks between several.",
    };

    private readonly Option<string[]> _parameters = new("--param")
    {
        HelpName = "name=value",
        Description = "A parameter of the provider's own.",
    };

    public IEnumerable<Option> All => [_scopes, _audiences, _resources, _parameters];

    /// <summary>The scopes that were typed; <see langword="null"/> leaves them to the provider.</summary>
    public IReadOnlyList<string>? Scopes(ParseResult arguments) =>
        arguments.GetValue(_scopes) is { Length: > 0 } texts ? TextList.Split(texts) : null;

    /// <summary>Puts what was typed into a request.</summary>
    /// <exception cref="CommandException">A parameter is one that the tool states by itself, or a resource no absolute URL.</exception>
    public TRequest Apply<TRequest>(TRequest request, ParseResult arguments, IReadOnlyList<string>? otherwise = null)
        where TRequest : AccessRequest
    {
        var resources = TextList.SplitUrls(arguments.GetValue(_resources) ?? []);
        if (resources.FirstOrDefault(resource => !Uri.TryCreate(resource, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0) is { } wrong)
        {
            throw CommandException.Usage($"'{wrong}' is no resource: that is an absolute URL without a fragment (RFC 8707 section 2).");
        }

        return request with
        {
            Scopes = Scopes(arguments) ?? otherwise,
            Audiences = TextList.Split(arguments.GetValue(_audiences) ?? []),
            Resources = resources,
            Additional = Additional(arguments),
        };
    }

    private OAuthParameters Additional(ParseResult arguments)
    {
        var additional = new OAuthParameters();
        foreach (var (name, value) in NamedValues.Read("--param", arguments.GetValue(_parameters) ?? []))
        {
            try
            {
                additional.Add(name, value);
            }
            catch (ArgumentException)
            {
                throw CommandException.Usage($"--param cannot state '{name}': the tool states it by itself.", "An option of its own may be there for it.");
            }
        }

        return additional;
    }
}
