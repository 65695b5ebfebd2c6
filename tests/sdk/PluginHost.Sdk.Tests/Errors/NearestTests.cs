using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Sdk.Tests.Errors;

public sealed class NearestTests
{
    [Theory]
    [InlineData("flavor", "flavour")]
    [InlineData("Flavour", "flavour")]
    [InlineData("prise", "price")]
    [InlineData("pirce", "price")]
    [InlineData("fl", null)]
    [InlineData("quantity", null)]
    [InlineData("", null)]
    public void Should_Find_What_Was_Probably_Meant(string word, string? nearest) => Nearest.To(word, ["flavour", "price", "note"]).ShouldBe(nearest);

    [Fact]
    public void Should_Allow_A_Third_Of_A_Long_Word_To_Be_Wrong()
    {
        Nearest.To("rehearsel.timelime", ["rehearsal.timeline"]).ShouldBe("rehearsal.timeline");
        Nearest.To("abcdefghi", ["xxxdefghi"]).ShouldBe("xxxdefghi");
        Nearest.To("abcdefghi", ["xxxxefghi"]).ShouldBeNull();
    }

    [Fact]
    public void Should_Not_Suggest_A_Word_That_Has_Nothing_In_Common()
    {
        Nearest.To("ab", ["xy"]).ShouldBeNull();
        Nearest.To("a", ["b"]).ShouldBeNull();
    }

    [Fact]
    public void Should_Take_The_Same_One_Of_Several_That_Are_As_Near() => Nearest.To("note", ["notes", "node", "nose"]).ShouldBe("node");

    [Fact]
    public void Should_Make_A_Sentence_Of_It()
    {
        Nearest.Hint("flavor", ["flavour"]).ShouldBe(" Did you mean \"flavour\"?");
        Nearest.Hint("quantity", ["flavour"]).ShouldBe("");
        Nearest.Hint("flavor", []).ShouldBe("");
    }

    [Fact]
    public void Should_Always_Find_The_Word_Itself_But_For_Capitals() => Prop.ForAll<NonEmptyString, NonNull<string>[]>((word, others) =>
        Nearest.To(word.Get, [.. others.Select(other => other.Get), word.Get])?.ToLowerInvariant() == word.Get.ToLowerInvariant()).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Find_A_Word_In_Which_One_Letter_Is_Missing() => Prop.ForAll<PositiveInt>(seed =>
    {
        var word = string.Concat(Enumerable.Range(0, 4 + (seed.Get % 20)).Select(place => (char)('a' + ((seed.Get + place) % 26))));
        return Nearest.To(word.Remove(seed.Get % word.Length, 1), [word]) == word;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Suggest_Nothing_But_A_Candidate() => Prop.ForAll<NonNull<string>, NonNull<string>[]>((word, candidates) =>
        Nearest.To(word.Get, candidates.Select(candidate => candidate.Get)) is not { } found || candidates.Any(candidate => candidate.Get == found))
        .QuickCheckThrowOnFailure();
}
