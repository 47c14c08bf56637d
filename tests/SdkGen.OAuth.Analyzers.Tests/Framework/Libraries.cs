using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>As much of other people's libraries as the examples use.</summary>
internal static class Libraries
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Security.Claims;
        using System.Threading.Tasks;

        """;

    /// <summary>Types alone, for behind other code that has the directives.</summary>
    public const string Body = """

        namespace Microsoft.IdentityModel.Tokens
        {
            public delegate string IssuerValidator(string issuer, SecurityToken token, TokenValidationParameters parameters);

            public delegate bool LifetimeValidator(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters);

            public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters parameters);

            public class SecurityToken;

            public class SecurityKey;

            public sealed class SymmetricSecurityKey(byte[] key) : SecurityKey
            {
                public byte[] Key { get; } = key;
            }

            public sealed class TokenValidationParameters
            {
                public bool ValidateIssuer { get; set; } = true;
                public bool ValidateAudience { get; set; } = true;
                public bool ValidateLifetime { get; set; } = true;
                public bool ValidateIssuerSigningKey { get; set; }
                public bool RequireSignedTokens { get; set; } = true;
                public string? ValidIssuer { get; set; }
                public string? ValidAudience { get; set; }
                public IEnumerable<string>? ValidAlgorithms { get; set; }
                public IEnumerable<string>? ValidTypes { get; set; }
                public SecurityKey? IssuerSigningKey { get; set; }
                public IssuerValidator? IssuerValidator { get; set; }
                public LifetimeValidator? LifetimeValidator { get; set; }
                public SignatureValidator? SignatureValidator { get; set; }
            }

            public sealed class TokenValidationResult
            {
                public bool IsValid { get; set; }
                public ClaimsIdentity ClaimsIdentity { get; set; } = new();
            }
        }

        namespace Microsoft.IdentityModel.JsonWebTokens
        {
            using Microsoft.IdentityModel.Tokens;

            public class JsonWebToken(string token) : SecurityToken
            {
                public string EncodedToken { get; } = token;
                public IEnumerable<Claim> Claims { get; } = [];
            }

            public class JsonWebTokenHandler
            {
                public JsonWebToken ReadJsonWebToken(string token) => new(token);
                public Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters parameters) => Task.FromResult(new TokenValidationResult());
            }
        }

        namespace Microsoft.AspNetCore.Authentication.OpenIdConnect
        {
            using Microsoft.IdentityModel.Tokens;

            public sealed class OpenIdConnectOptions
            {
                public string? Authority { get; set; }
                public string? ClientId { get; set; }
                public string ResponseType { get; set; } = "code";
                public bool RequireHttpsMetadata { get; set; } = true;
                public TokenValidationParameters TokenValidationParameters { get; set; } = new();
            }

            public sealed class AuthenticationBuilder
            {
                public AuthenticationBuilder AddOpenIdConnect(Action<OpenIdConnectOptions> configure) => this;
            }
        }

        namespace IdentityModel.Client
        {
            public sealed class DiscoveryPolicy
            {
                public bool RequireHttps { get; set; } = true;
                public bool ValidateIssuerName { get; set; } = true;
                public bool ValidateEndpoints { get; set; } = true;
                public ICollection<string> AdditionalEndpointBaseAddresses { get; } = [];
            }
        }

        namespace System.Windows.Controls
        {
            public sealed class WebBrowser
            {
                public void Navigate(string address)
                {
                }
            }
        }
        """;

    public static SyntaxTree Tree(CSharpParseOptions options) => CSharpSyntaxTree.ParseText(Usings + Body, options, "Libraries.cs");
}
