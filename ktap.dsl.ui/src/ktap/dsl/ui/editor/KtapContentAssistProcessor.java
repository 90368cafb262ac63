package ktap.dsl.ui.editor;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

import ktap.dsl.ide.Proposal;
import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.language.KtapLanguage;

/** Content assist for the generic editor. */
public final class KtapContentAssistProcessor implements IContentAssistProcessor {
    private final KtapLanguage language = KtapUi.service(KtapLanguage.class);

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        return language.propose(viewer.getDocument().get(), offset).stream()
                .map(KtapContentAssistProcessor::proposal)
                .toArray(ICompletionProposal[]::new);
    }

    private static ICompletionProposal proposal(Proposal proposal) {
        return new CompletionProposal(proposal.text(), proposal.replaceOffset(), proposal.replaceLength(),
                proposal.text().length(), null, proposal.label(), null, proposal.documentation());
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] { '.', ':' };
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
