using System.Text.RegularExpressions;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Inputs;

/// <summary>An issuer, as it is typed.</summary>
internal static partial class IssuerInput
{
    private const string NetworkHost = ".projects.oryapis.com";

    /// <summary>Checks an issuer (RFC 8414 section 2).</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static string Check(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && text.AsSpan().IndexOfAny('?', '#') < 0
            ? text
            : throw CommandException.Usage(
                "An issuer is an absolute https URL, such as https://login.example.com, without user, query and fragment; http is for this machine alone "
                + "(RFC 8414 section 2).",
                "Spell it as the provider's metadata do.");

    /// <summary>The issuer of a project of Ory Network.</summary>
    /// <param name="text">Its slug or its URL.</param>
    /// <exception cref="CommandException">It is neither.</exception>
    public static string OfProject(string text)
    {
        var slug = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && uri.Host.EndsWith(NetworkHost, StringComparison.Ordinal)
                ? uri.Host[..^NetworkHost.Length]
                : text;
        return Slug().IsMatch(slug)
            ? $"https://{slug}{NetworkHost}"
            : throw CommandException.Usage(
                $"--project is the slug of a project of Ory Network, such as my-project-123, or its URL, https://my-project-123{NetworkHost}.",
                "For a domain of your own, or an Ory Hydra of your own, use --issuer.");
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Slug();
}
