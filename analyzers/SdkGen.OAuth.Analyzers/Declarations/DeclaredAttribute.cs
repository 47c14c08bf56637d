using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>An attribute and where it stands.</summary>
internal sealed class DeclaredAttribute(AttributeModel model, AttributeSyntax syntax, IMethodSymbol? method, INamedTypeSymbol? hook)
{
    public AttributeModel Model { get; } = model;

    /// <summary>The method that it stands on; nothing if it stands on the interface.</summary>
    public IMethodSymbol? Method { get; } = method;

    /// <summary>The type of an <c>[OAuthHook&lt;T&gt;]</c>.</summary>
    public INamedTypeSymbol? Hook { get; } = hook;

    public Location Location => syntax.GetLocation();

    /// <summary>The messages of the method that it stands on, or those that a property or argument names.</summary>
    public int Messages(string property)
    {
        if (Model.Property(property) is { } named)
        {
            return (int)named.Number;
        }

        if (property == "Messages" && Model.Arguments.Count > 0 && Model.Arguments[0].Number != 0)
        {
            return (int)Model.Arguments[0].Number;
        }

        return Method?.GetAttributes()
            .Select(attribute => AttributeReader.NameOf(attribute) is { } name ? MessageShape.OfAttribute(name + "Attribute")?.Message : null)
            .FirstOrDefault(message => message is not null) ?? 0;
    }

    /// <summary>Where a named argument stands; the attribute itself if it is not stated.</summary>
    public Location LocationOf(string property) =>
        Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.GetLocation() ?? Location;

    /// <summary>Where an argument of the constructor stands.</summary>
    public Location LocationOf(int index) =>
        Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(index)?.GetLocation() ?? Location;

    /// <summary>Where one item of a named array stands.</summary>
    public Location LocationOf(string property, int item)
    {
        var expression = Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression;
        var items = expression switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Select(element => element.GetLocation()),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Select(element => element.GetLocation()),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Select(element => element.GetLocation()),
            _ => [],
        };
        return items.ElementAtOrDefault(item) ?? LocationOf(property);
    }

    private IEnumerable<AttributeArgumentSyntax> Arguments => syntax.ArgumentList?.Arguments ?? Enumerable.Empty<AttributeArgumentSyntax>();
}
