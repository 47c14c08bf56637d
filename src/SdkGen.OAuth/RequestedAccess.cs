using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>What a request asks for: scopes, resources, audiences, authorization details.</summary>
internal static class RequestedAccess
{
    /// <summary>The scopes of a request, in the order: its own, its declaration's, the options', the provider's; with the one for offline access.</summary>
    public static IReadOnlyList<string> Scopes(ProviderContext context, MessagePlan plan, OAuthMethod method, IReadOnlyList<string>? requested)
    {
        var scopes = requested ?? (plan.StartsSignIn && method.Scopes.Length == 0 ? context.Options.Scopes ?? plan.Scopes : plan.Scopes);
        for (var i = 0; i < scopes.Count; i++)
        {
            if (!IsOneScope(scopes[i], plan.ScopeSeparator))
            {
                throw new ArgumentException($"'{scopes[i]}' is not one scope: state each scope as an entry of its own.");
            }
        }

        return plan.StartsSignIn && context.OfflineAccess && context.Declaration.Provider.OfflineAccessScope is { } offline && !scopes.Contains(offline)
            ? [.. scopes, offline]
            : scopes;
    }

    /// <summary>Writes what is asked for into a message, the additional parameters of the request last.</summary>
    /// <exception cref="ArgumentException">What the caller stated can be no such thing, or is stated twice.</exception>
    public static void Write(MessageFields fields, MessagePlan plan, AccessRequest request, IReadOnlyList<string> scopes)
    {
        if (ReferenceEquals(scopes, plan.Scopes))
        {
            fields.AddIfAny("scope", plan.ScopeText);
        }
        else
        {
            fields.AddJoined("scope", scopes, plan.ScopeDelimiter);
        }

        for (var i = 0; i < request.Resources.Count; i++)
        {
            var resource = request.Resources[i];

            // Where the provider calls it something else it means something else: an audience need not be a URI.
            if (!plan.Renames("resource") && (!Uri.TryCreate(resource, UriKind.Absolute, out var uri) || uri.IsFile || resource.Contains('#', StringComparison.Ordinal)))
            {
                throw new ArgumentException($"'{Redactor.WithoutQuery(resource)}' is no resource: state an absolute URI without a fragment (RFC 8707 section 2).");
            }

            fields.Add("resource", resource);
        }

        fields.AddAll("audience", request.Audiences);
        if (request.AuthorizationDetails.Count > 0)
        {
            if (request.Additional.Items.Any(item => item.Key == "authorization_details"))
            {
                throw new ArgumentException("'authorization_details' is stated twice: by AuthorizationDetails and in Additional.", nameof(request));
            }

            fields.Add("authorization_details", AuthorizationDetail.ToJson(request.AuthorizationDetails));
        }

        fields.AddAll(request.Additional);
    }

    /// <summary>What the provider does not know it would refuse, and who reads that far?</summary>
    public static async ValueTask CheckDetailsAsync(ProviderContext context, AccessRequest request, CancellationToken cancellationToken)
    {
        if (request.AuthorizationDetails.Count == 0
            || (await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false))?.AuthorizationDetailsTypesSupported is not { } known)
        {
            return;
        }

        foreach (var detail in request.AuthorizationDetails)
        {
            if (!known.Contains(detail.Type))
            {
                throw context.Errors.Make(
                    OAuthFailure.UnsupportedAuthorizationDetail,
                    $"the provider does not know authorization details of the type '{detail.Type}'; it announces {Redactor.Clean(string.Join(", ", known), [])}");
            }
        }
    }

    private static bool IsOneScope(string scope, char separator)
    {
        foreach (var character in scope)
        {
            if (character == separator || char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return scope.Length > 0;
    }
}
