using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// Tells how a value is made up: it follows variables, what fills them, and helper methods, and takes the generators that it finds there by
/// their names. One secure generator on the way is enough to say nothing.
/// </summary>
internal sealed partial class RandomSource(CodeFile file)
{
    private const int MaxNodes = 4000;
    private const int MaxDepth = 6;

    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private int _nodes;
    private bool _strong;
    private Randomness _weak;
    private SyntaxNode? _generator;
    private bool _unbounded;
    private int _sum;
    private int? _limit;

    /// <summary>How a value is made up, of how many random bits, if that can be seen, and where: by the value itself, or by a generator in this file.</summary>
    public static (Randomness Kind, int? Bits, SyntaxNode Node) Of(CodeFile file, ExpressionSyntax value)
    {
        var source = new RandomSource(file);
        source.Visit(value, 0);
        int? bits = source._strong && !source._unbounded ? source._sum : null;
        if (source._limit is { } limit)
        {
            bits = Math.Min(bits ?? limit, limit);
        }

        var kind = bits is { } known && known < file.Options.MinStateBits && (source._strong || source._weak == Randomness.Unknown) ? Randomness.Short
            : source._strong ? Randomness.Strong
            : source._weak;
        // A helper that makes it is what has to be changed.
        var inHelper = kind is Randomness.WeakGenerator or Randomness.Time && source._generator is { } generator && generator.SyntaxTree == value.SyntaxTree && !value.Span.Contains(generator.Span);
        return (kind, bits, inHelper ? source._generator! : value);
    }

    /// <summary>What to say of it, in the words that follow "this state".</summary>
    public static string? Describe(Randomness kind) => kind switch
    {
        Randomness.WeakGenerator => "comes from System.Random or the like, whose next value can be calculated",
        Randomness.Time => "is made of the time, which everybody knows",
        Randomness.Known => "is a number or name that others know",
        Randomness.Short => "is too short to be safe from guessing",
        _ => null,
    };

    private void Visit(SyntaxNode root, int depth)
    {
        if (depth > MaxDepth || !_seen.Add(root))
        {
            return;
        }

        foreach (var node in root.DescendantNodesAndSelf(node => node == root || IsPassing(node)))
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            if (++_nodes > MaxNodes)
            {
                return;
            }

            switch (node)
            {
                case InvocationExpressionSyntax call:
                    VisitCall(call, depth);
                    break;
                case MemberAccessExpressionSyntax member:
                    VisitMember(member, depth);
                    break;
                case IdentifierNameSyntax name when name.Parent is not (MemberAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax or TypeArgumentListSyntax) || IsOwner(name):
                    VisitName(name, depth);
                    break;
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax { LeftOperand: null or LiteralExpressionSyntax, RightOperand: LiteralExpressionSyntax { Token.Value: int length } } }] } cut
                    when IsGuid(cut.Expression):
                    Limit(length * 4);
                    break;
                case ObjectCreationExpressionSyntax { Type: var type } when GeneratorNames.IsStrongType(type.ToString()):
                    Strong(null);
                    break;
            }
        }
    }

    /// <summary>Whether a value is made of what stands inside: what is given to an unknown method or constructor says nothing of its result.</summary>
    private static bool IsPassing(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is { } name
            && (Passing.Is(name) || Words.Contains(name, "hash", "md5", "sha", "encode", "string", "hex", "base64", "convert", "bytes", "serialize", "Invoke", "NewGuid", "Next", "Escape", "Range")),
        ObjectCreationExpressionSyntax { Type: var type } creation => creation.ArgumentList is null or { Arguments.Count: 0 } || type.ToString() is "string" or "String" or "StringBuilder",
        _ => true,
    };

    private static bool IsOwner(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax member && member.Expression == name;

    private void VisitCall(InvocationExpressionSyntax call, int depth)
    {
        var name = CodeFile.NameOf(call);
        var receiver = CodeFile.ReceiverOf(call);
        var owner = CodeFile.NameOf(receiver);
        var arguments = call.ArgumentList.Arguments;
        switch (name)
        {
            case "NewGuid" when owner == "Guid":
                Strong(null);
                return;
            case "CreateVersion7":
                Weaken(Randomness.Time, call);
                return;
            case "GetHashCode":
                Limit(32);
                return;
            case "Next" or "NextDouble" or "NextInt64" or "NextBytes" or "NextSingle" or "GetItems" when receiver is not null:
                if (IsSecure(receiver))
                {
                    Strong(null);
                }
                else if (IsRandom(receiver))
                {
                    Weaken(Randomness.WeakGenerator, call);
                }

                return;
            case "Range" when owner == "Random":
                Weaken(Randomness.WeakGenerator, call);
                return;
            case "GetBytes" or "GetNonZeroBytes" or "Fill" when receiver is not null && IsSecure(receiver):
                Strong(arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: int count } }] ? count * 8 : arguments is [{ Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax }] ? LengthOf(arguments[0].Expression) * 8 : null);
                return;
            case "GetHexString" when owner == "RandomNumberGenerator":
                Strong(arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: int digits } }, ..] ? digits * 4 : null);
                return;
            case "GetInt32" when owner == "RandomNumberGenerator":
                // One number is 32 bits; one that chooses a character is one of many.
                Strong(call.Ancestors().Any(node => node is ElementAccessExpressionSyntax or ForStatementSyntax or WhileStatementSyntax or AnonymousFunctionExpressionSyntax) ? null : 32);
                return;
            case "Substring" or "Remove" when receiver is not null && IsGuid(receiver):
                if (arguments.Count > 0 && (name == "Substring" ? arguments.Last() : arguments[0]) is { Expression: LiteralExpressionSyntax { Token.Value: int length } }
                    && (name == "Remove" || arguments.Count == 2))
                {
                    Limit(length * 4);
                }

                return;
        }

        if (name is not null && (Words.Contains(name, "Protect", "Encrypt", "Sign", "Hmac") || GeneratorNames.IsStrongName(name)))
        {
            Strong(null);
            return;
        }

        if (file.Values.Symbol(call.Expression) is IMethodSymbol { DeclaringSyntaxReferences: { Length: > 0 } references } method && _symbols.Add(method))
        {
            var declaration = references[0].GetSyntax(file.CancellationToken);
            if (declaration is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            {
                Visit(declaration, depth + 2);
            }
        }
    }

    private void VisitMember(MemberAccessExpressionSyntax member, int depth)
    {
        var name = member.Name.Identifier.ValueText;
        var owner = CodeFile.NameOf(member.Expression);
        switch (name)
        {
            case "Now" or "UtcNow" or "Today" when Words.Contains(owner, "time", "clock"):
            case "TickCount" or "TickCount64" when owner == "Environment":
            case "Ticks":
                Weaken(Randomness.Time, member);
                return;
            case "ProcessId" when owner == "Environment":
            case "Id" when Words.Contains(owner, "process", "user", "account", "customer", "member", "tenant", "shop", "store", "person"):
            case "Port":
                Weaken(Randomness.Known, member);
                return;
        }

        if (GeneratorNames.IsStrongType(owner ?? "") && member.Parent is not InvocationExpressionSyntax)
        {
            Strong(null);
            return;
        }

        if (GeneratorNames.IsIdOfUser(name))
        {
            Weaken(Randomness.Known, member);
            return;
        }

        if (member.Expression is ThisExpressionSyntax || member.Parent is not InvocationExpressionSyntax)
        {
            Follow(member, depth);
        }
    }

    private void VisitName(IdentifierNameSyntax name, int depth)
    {
        var text = name.Identifier.ValueText;
        if (GeneratorNames.IsStrongType(text))
        {
            if (!IsOwner(name))
            {
                Strong(null);
            }
        }
        else if (GeneratorNames.IsIdOfUser(text))
        {
            Weaken(Randomness.Known, name);
        }
        else if (text.Length > 0 && (char.IsLower(text[0]) || text[0] == '_' || name.Parent is not InvocationExpressionSyntax))
        {
            Follow(name, depth);
        }
    }

    private void Strong(int? bits)
    {
        // Several random parts are together as long as their sum.
        _strong = true;
        _unbounded |= bits is null;
        _sum += bits ?? 0;
    }

    private void Limit(int bits) => _limit = Math.Min(_limit ?? bits, bits);

    private void Weaken(Randomness kind, SyntaxNode generator)
    {
        if (_weak is Randomness.Unknown || kind == Randomness.WeakGenerator)
        {
            _weak = kind;
            _generator = generator;
        }
    }
}
